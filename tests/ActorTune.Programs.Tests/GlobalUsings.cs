global using ActorTune.Objectives;
global using ActorTune.Programs.Wire;
global using ActorTune.Spaces;
global using ActorTune.Studies;
global using ActorTune.Studies.Effects;
global using ActorTune.Trials;

global using System.Globalization;
global using ActorTune.Objectives;
global using ActorTune.Spaces;
global using ActorTune.Studies;
global using ActorTune.Studies.Effects;
global using ActorTune.Trials;

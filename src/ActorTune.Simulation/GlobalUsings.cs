global using System.Globalization;
global using ActorTune.Objectives;
global using ActorTune.Spaces;
global using ActorTune.Strategies;
global using ActorTune.Studies;
global using ActorTune.Studies.Gates;
global using ActorTune.Trials;

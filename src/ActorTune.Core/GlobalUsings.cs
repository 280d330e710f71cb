global using System.Globalization;
global using ActorTune.Objectives;
global using ActorTune.Spaces;
global using ActorTune.Trials;

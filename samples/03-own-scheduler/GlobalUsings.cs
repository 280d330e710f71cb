global using System.Text.Json;
global using ActorTune.Objectives;
global using ActorTune.Strategies;
global using ActorTune.Trials;

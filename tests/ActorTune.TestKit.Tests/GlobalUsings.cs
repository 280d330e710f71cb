global using ActorTune.Objectives;
global using ActorTune.Samples.OwnScheduler;
global using ActorTune.Spaces;
global using ActorTune.Strategies;
global using ActorTune.Studies;
global using ActorTune.TestKit.Strategies;
global using ActorTune.Trials;

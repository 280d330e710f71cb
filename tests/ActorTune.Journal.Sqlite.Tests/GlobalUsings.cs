global using ActorTune.Studies;
global using ActorTune.Studies.Events;
global using ActorTune.TestKit.Journal;

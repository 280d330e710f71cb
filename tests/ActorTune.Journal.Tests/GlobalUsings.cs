global using System.Text;
global using System.Text.Json;
global using ActorTune.Journal.Format;
global using ActorTune.Studies;
global using ActorTune.Studies.Events;
global using ActorTune.TestKit.Journal;
global using ActorTune.Trials;

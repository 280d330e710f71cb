global using System.Globalization;
global using ActorTune.Journal.Format;
global using ActorTune.Studies;

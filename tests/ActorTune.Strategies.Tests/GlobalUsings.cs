global using System.Globalization;
global using System.Text.Json;
global using ActorTune.Objectives;
global using ActorTune.Spaces;
global using ActorTune.Studies;
global using ActorTune.Trials;

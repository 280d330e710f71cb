global using ActorTune.Programs;
global using ActorTune.Studies;
global using ActorTune.Studies.Effects;
global using ActorTune.Trials;
global using ActorTune.TorchSharp.Training;
global using TorchSharp;
global using static TorchSharp.torch;

global using ActorTune.Programs;
global using ActorTune.Studies;
global using ActorTune.Studies.Effects;
global using ActorTune.Trials;
global using ActorTune.TorchSharp.Training;
global using TorchSharp;
global using TorchParameter = TorchSharp.Modules.Parameter;
global using static TorchSharp.torch;

// Torch's generators are common to the whole process.
[assembly: CollectionBehavior(DisableTestParallelization = true)]

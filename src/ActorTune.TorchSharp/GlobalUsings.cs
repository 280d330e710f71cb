global using System.Globalization;
global using ActorTune.Programs;
global using TorchSharp;
global using static TorchSharp.torch;
global using OptimizerHelper = TorchSharp.Modules.OptimizerHelper;
global using TorchParameter = TorchSharp.Modules.Parameter;

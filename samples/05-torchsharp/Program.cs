using ActorTune.Hosting;
using ActorTune.Samples.ConvolutionalDigits;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

// One thread for each trial: the slots share the processors.
TorchSharp.torch.set_num_threads(1);
HostApplicationBuilder builder = Host.CreateApplicationBuilder(args);
builder.Services.AddActorTune(tune => tune
    .UseSqlite("torchsharp.db")
    .UseSlots(2)
    .AddTrialProgram("digits", _ => new ConvolutionProgram()));
builder.Services.AddHostedService<ConvolutionTuning>();
await builder.Build().RunAsync();

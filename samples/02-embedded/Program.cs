using ActorTune.Samples.Digits;
using ActorTune.Samples.Embedded;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

HostApplicationBuilder builder = Host.CreateApplicationBuilder(args);
builder.Services.AddActorTune(tune => tune
    .UseSqlite("embedded.db")
    .UseSlots(2)
    .AddTrialProgram("digits", _ => new DigitsProgram()));
builder.Services.AddHostedService<DigitsTuning>();
await builder.Build().RunAsync();

using ActorTune.Bench.Speed;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

// "share" needs a study of real length, not a benchmark's loop.
if (args is ["share", ..])
    return await EngineShare.RunAsync();

IConfig config = DefaultConfig.Instance.AddJob(Job.ShortRun
    .WithToolchain(InProcessEmitToolchain.Instance)
    .WithId("in-process"));
BenchmarkSwitcher.FromAssembly(typeof(Studies).Assembly).Run(args, config);
return 0;

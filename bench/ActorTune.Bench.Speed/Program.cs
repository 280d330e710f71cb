using System.Globalization;
using ActorTune.Bench.Speed;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

// These need a study of real length, or a cold start, not a benchmark's loop.
if (args is ["share", .. string[] rest])
    return await EngineShare.RunAsync(
        rest.FirstOrDefault(arg => arg != "memory") ?? "asha", rest.Contains("memory"));
if (args is ["suggestions", string sampler, string trials])
    return SuggestionCosts.Run(sampler, int.Parse(trials, CultureInfo.InvariantCulture));
if (args is ["decisions", string scheduler, string history])
    return DecisionCosts.Run(scheduler, int.Parse(history, CultureInfo.InvariantCulture));
if (args is ["simulate", string trialCount, string slotCount, .. string[] ofScheduler])
    return SimulationCosts.Run(
        int.Parse(trialCount, CultureInfo.InvariantCulture),
        int.Parse(slotCount, CultureInfo.InvariantCulture),
        ofScheduler.FirstOrDefault() ?? "asha");
if (args is ["cluster", string clusterTrials, string clusterSlots])
    return ClusterCosts.Run(
        int.Parse(clusterTrials, CultureInfo.InvariantCulture),
        int.Parse(clusterSlots, CultureInfo.InvariantCulture));
if (args is ["faults", string swept, string first, string seeds])
    return ClusterCosts.Sweep(
        swept,
        ulong.Parse(first, CultureInfo.InvariantCulture),
        int.Parse(seeds, CultureInfo.InvariantCulture));
if (args is ["strict-price", string pricedSlots, string logicalSlots])
    return StrictPrice.Run(
        int.Parse(pricedSlots, CultureInfo.InvariantCulture),
        int.Parse(logicalSlots, CultureInfo.InvariantCulture));
if (args is ["strict", string worlds, .. string[] ofStrict])
    return StrictWorlds.Run(
        int.Parse(worlds, CultureInfo.InvariantCulture), ofStrict.FirstOrDefault());
if (args is ["recovery", string count])
    return await Recovery.RunAsync(int.Parse(count, CultureInfo.InvariantCulture));
if (args is ["journal", string file, string size, .. string[] options])
    return await LongStudy.WriteAsync(
        file,
        int.Parse(size, CultureInfo.InvariantCulture),
        options.FirstOrDefault() ?? "asha");

IConfig config = DefaultConfig.Instance.AddJob(Job.ShortRun
    .WithToolchain(InProcessEmitToolchain.Instance)
    .WithId("in-process"));
BenchmarkSwitcher.FromAssembly(typeof(Studies).Assembly).Run(args, config);
return 0;

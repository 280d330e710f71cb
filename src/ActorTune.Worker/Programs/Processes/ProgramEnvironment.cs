using System.Diagnostics;
using ActorTune.Programs.Wire;

namespace ActorTune.Worker.Programs.Processes;

/// <summary>The environment of a trial program: the worker's own, the study's, and ours.</summary>
internal static class ProgramEnvironment
{
    /// <summary>Adds the variables of an attempt to a process that is about to start.</summary>
    /// <exception cref="ProgramStartException">A referenced variable is not set.</exception>
    internal static void Fill(ProcessStartInfo start, TrialLaunch launch, string channel)
    {
        IDictionary<string, string?> variables = start.Environment;

        // Python holds output back when it goes to a pipe, and with it the reports in it.
        variables.TryAdd("PYTHONUNBUFFERED", "1");
        AddOfStudy(variables, launch.Program.Environment);
        variables[TrialWire.ChannelVariable] = channel;
        variables["ACTORTUNE_STUDY"] = launch.Study.Name;
        variables["ACTORTUNE_TRIAL"] = Text(launch.Attempt.Trial.Value);
        variables["ACTORTUNE_ATTEMPT"] = Text(launch.Attempt.Number);
        variables["ACTORTUNE_SEED"] = launch.Seed.ToString(CultureInfo.InvariantCulture);
        variables["ACTORTUNE_OBJECTIVE"] = launch.Objective;
        variables["ACTORTUNE_FOLDER"] = launch.Folder;
        variables["ACTORTUNE_SLOTS"] = string.Join(',', launch.Slots.Select(Text));
    }

    private static void AddOfStudy(
        IDictionary<string, string?> variables, IReadOnlyList<EnvironmentVariable> added)
    {
        string[] missing =
        [
            .. added.Where(one => one.Reference is not null && Referenced(one) is null)
                .Select(one => one.Name == one.Reference
                    ? $"'{one.Reference}'"
                    : $"'{one.Reference}' (for '{one.Name}')"),
        ];
        if (missing.Length > 0)
            throw new ProgramStartException(
                $"The program's environment refers to {string.Join(" and ", missing)}, which is "
                + "not set where the worker runs: set it there before the worker starts.");
        foreach (EnvironmentVariable one in added)
            variables[one.Name] = one.Reference is null ? one.Value ?? "" : Referenced(one);
    }

    private static string? Referenced(EnvironmentVariable one) =>
        Environment.GetEnvironmentVariable(one.Reference!);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}

using System.Diagnostics;

namespace ActorTune.Worker.Programs.Processes;

/// <summary>
/// Turns a launch into the start of a process. The process first becomes the leader of a session,
/// then waits for a line, and only then becomes the program: so its id can be recorded before the
/// program's own code, and an engine that dies in between leaves nothing behind.
/// </summary>
internal static class ProgramCommand
{
    private const string Shell = "/bin/sh";
    private const string WaitThenExecute = "read -r go && exec \"$@\" </dev/null";

    /// <summary>How the process of an attempt is started.</summary>
    /// <exception cref="ProgramStartException">The program cannot be started.</exception>
    internal static ProcessStartInfo Prepare(
        TrialLaunch launch, ProcessRunnerOptions options, string channel)
    {
        IReadOnlyList<string> command = CommandOf(launch, options);
        string directory = Path.GetFullPath(launch.Program.WorkingDirectory ?? launch.Folder);
        if (!Directory.Exists(directory))
            throw new ProgramStartException(
                $"The program's working directory '{directory}' does not exist on this worker.");
        var start = new ProcessStartInfo
        {
            FileName = FindSetsid(),
            WorkingDirectory = directory,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        ProgramEnvironment.Fill(start, launch, channel);
        AddArguments(start, command);
        return start;
    }

    private static void AddArguments(ProcessStartInfo start, IReadOnlyList<string> command)
    {
        start.Environment.TryGetValue("PATH", out string? path);
        string program = Find(command[0], start.WorkingDirectory, path ?? string.Empty);
        string[] arguments =
            [Shell, "-c", WaitThenExecute, "actortune-trial", program, .. command.Skip(1)];
        foreach (string argument in arguments)
            start.ArgumentList.Add(argument);
    }

    private static IReadOnlyList<string> CommandOf(TrialLaunch launch, ProcessRunnerOptions options)
    {
        ProgramSpecification program = launch.Program;
        if (program.Function.Length == 0)
        {
            IReadOnlyList<string> command = ArgumentTemplate.Fill(program.Command, launch);
            return command.Count > 0
                ? command
                : throw new ProgramStartException(
                    "The study names neither a command nor a function.");
        }

        return options.Launcher.Count > 0
            ? [.. options.Launcher, program.Function]
            : throw new ProgramStartException(
                $"The trial function '{program.Function}' is to run isolated, but this worker has "
                + "no launcher for functions: set ProcessRunnerOptions.Launcher, or run the "
                + "function in the worker's own process.");
    }

    private static string Find(string command, string directory, string path)
    {
        if (command.Contains('/'))
        {
            string full = Path.GetFullPath(command, directory);
            return IsExecutable(full) ? full : throw NotFound(command, full);
        }

        return Search(command, path) ?? throw new ProgramStartException(
            $"The command '{command}' was not found in PATH, which is '{path}'.");
    }

    private static ProgramStartException NotFound(string command, string full) => new(
        File.Exists(full)
            ? $"The command '{full}' is not executable: set its mode with chmod +x, or name the "
                + "interpreter first."
            : Directory.Exists(full)
                ? $"The command '{full}' is a folder."
                : $"The command '{command}' was not found: there is no file '{full}'.");

    private static string? Search(string command, string path) => path
        .Split(':', StringSplitOptions.RemoveEmptyEntries)
        .Select(folder => Path.Combine(folder, command))
        .FirstOrDefault(IsExecutable);

    private static string FindSetsid() =>
        Search("setsid", $"/usr/bin:/bin:{Environment.GetEnvironmentVariable("PATH")}")
        ?? throw new ProgramStartException(
            "Trial programs in processes need the command setsid (of util-linux), which is not in "
            + "PATH: install it on the worker.");

    private static bool IsExecutable(string file)
    {
        const UnixFileMode Any =
            UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;
        return !OperatingSystem.IsWindows() && File.Exists(file)
            && (File.GetUnixFileMode(file) & Any) != 0;
    }
}

using System.Diagnostics;

namespace ActorTune.Worker.Tests.Programs;

/// <summary>Nothing that a program started outlives it, nor its engine for long.</summary>
public sealed class ProcessGroupTests : IDisposable
{
    private readonly ProcessBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Theory]
    [InlineData("sleep 1000 &")]
    [InlineData("setsid sleep 1000 &")]
    [InlineData("set -m; sleep 1000 &")]
    public async Task What_a_program_leaves_behind_is_killed(string leave)
    {
        (_, ProgramWatch watch) = _bench.Bash(
            $$"""
            {{leave}}
            echo "@actortune {\"resource\": $!, \"loss\": 1}"
            """);
        await watch.StartedAsync();
        int left = (int)await watch.ReportedAsync();

        Assert.Equal(
            (AttemptEnd.Returned, "it left 1 process behind, which were killed"),
            await watch.EndedAsync());
        Assert.False(IsAlive(left));
    }

    [Fact]
    public async Task A_process_is_recorded_before_the_program_begins_and_leads_its_session()
    {
        (IRunningProgram program, ProgramWatch watch) = _bench.Bash(
            """
            [ -e "$RECORDS/$$-$(cut -d' ' -f22 /proc/$$/stat).process" ] || exit 1
            echo "@actortune {\"resource\": $$, \"loss\": 1}"
            sleep 1000
            """,
            launch => launch with
            {
                Program = launch.Program with
                {
                    Environment = [new("RECORDS", _bench.RecordsFolder, null)],
                },
            });
        int process = await watch.StartedAsync();
        Assert.Equal(process, await watch.ReportedAsync());
        ProcessStat stat = ProcessStat.Read(process)!.Value;
        Assert.Equal((process, process), (stat.Group, stat.Session));

        program.Kill();
        await watch.EndedAsync();
        Assert.False(IsAlive(process));
        Assert.Empty(_bench.Records);
    }

    [Fact]
    public void Sweep_EngineIsGone_KillsTheGroup()
    {
        using Process process = StartGroup(out ProcessRecord record);
        new ProcessRecords(_bench.RecordsFolder).Add(record with { EngineStartTime = 1 });

        IReadOnlyList<SweptProgram> ended = ProcessSweep.Run(_bench.RecordsFolder);

        Assert.Equal([new SweptProgram(process.Id, 2)], ended);
        Assert.Empty(_bench.Records);
        Assert.Equal(137, WaitedFor(process));
    }

    [Fact]
    public void Sweep_LeaderIsGone_KillsWhatHasItsChannel()
    {
        using Process process = StartGroup(out ProcessRecord record);
        new ProcessRecords(_bench.RecordsFolder).Add(record with { EngineStartTime = 1 });
        process.Kill();
        WaitedFor(process);

        IReadOnlyList<SweptProgram> ended = ProcessSweep.Run(_bench.RecordsFolder);

        Assert.Equal([new SweptProgram(process.Id, 1)], ended);
        Assert.Empty(ProcessTable.MembersOf(record));
    }

    [Fact]
    public void Sweep_EngineLives_LeavesItsProgramsAlone()
    {
        using Process process = StartGroup(out ProcessRecord record);
        new ProcessRecords(_bench.RecordsFolder).Add(record);

        Assert.Empty(ProcessSweep.Run(_bench.RecordsFolder));

        Assert.True(IsAlive(process.Id));
        Assert.Single(_bench.Records);
        KillGroup(process);
    }

    [Fact]
    public void Sweep_IdBelongsToAnotherProcess_LeavesItAlone()
    {
        using Process process = StartGroup(out ProcessRecord record);
        new ProcessRecords(_bench.RecordsFolder).Add(record with
        {
            StartTime = record.StartTime - 1,
            Channel = "/tmp/actortune-gone/s",
            EngineStartTime = 1,
        });

        Assert.Empty(ProcessSweep.Run(_bench.RecordsFolder));

        Assert.True(IsAlive(process.Id));
        Assert.Empty(_bench.Records);
        KillGroup(process);
    }

    [Fact]
    public void Sweep_RecordOfAnotherBootOrTorn_IsRemoved()
    {
        using Process process = StartGroup(out ProcessRecord record);
        new ProcessRecords(_bench.RecordsFolder).Add(
            record with { EngineStartTime = 1, Boot = "another" });
        File.WriteAllText(Path.Combine(_bench.RecordsFolder, "1-1.process"), "actortune-pro");

        Assert.Empty(ProcessSweep.Run(_bench.RecordsFolder));

        Assert.True(IsAlive(process.Id));
        Assert.Empty(_bench.Records);
        KillGroup(process);
    }

    [Fact]
    public void Sweep_NoFolder_FindsNothing() =>
        Assert.Empty(ProcessSweep.Run(_bench.RecordsFolder));

    [Fact]
    public void Stat_NameWithBlanksAndParentheses_IsRead() => Assert.Equal(
        new ProcessStat(12, 'S', 11, 10, 987654),
        ProcessStat.Parse(
            12, "12 (a) b (c) S 1 11 10 0 -1 4194304 1 2 3 4 5 6 7 8 20 0 1 0 987654 1 2 3\n"));

    // A leader of a session with one child, which says a line once the child is there.
    private static Process StartGroup(out ProcessRecord record)
    {
        string channel = $"/tmp/actortune-{Guid.NewGuid():N}/s";
        var start = new ProcessStartInfo("setsid", ["bash", "-c", "sleep 1000 & echo; wait"])
        {
            RedirectStandardOutput = true,
        };
        start.Environment["ACTORTUNE_CHANNEL"] = channel;
        Process process = Process.Start(start)!;
        process.StandardOutput.ReadLine();
        ProcessStat stat = ProcessStat.Read(process.Id)!.Value;
        record = ProcessRecord.Of(process.Id, stat.StartTime, channel);
        return process;
    }

    private static void KillGroup(Process process)
    {
        Signal.SendToGroup(process.Id, Signal.Kill);
        WaitedFor(process);
    }

    private static int WaitedFor(Process process)
    {
        Assert.True(process.WaitForExit(TimeSpan.FromSeconds(60)));
        return process.ExitCode;
    }

    private static bool IsAlive(int process) => ProcessStat.Read(process) is { IsAlive: true };
}

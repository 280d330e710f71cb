using System.ComponentModel;
using System.Diagnostics;

namespace ActorTune.Worker.Programs.Processes;

/// <summary>A process that leads a session, recorded as long as anything of it may run.</summary>
internal sealed class SessionProcess : IDisposable
{
    private static readonly TimeSpan KillPatience = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan KillPause = TimeSpan.FromMilliseconds(2);

    private readonly Process _process;
    private readonly ProcessRecord _record;
    private readonly ProcessRecords _records;
    private volatile bool _isReaped;

    private SessionProcess(Process process, ProcessRecord record, ProcessRecords records)
    {
        _process = process;
        _record = record;
        _records = records;
    }

    internal int Id => _record.Process;

    internal Stream Output => _process.StandardOutput.BaseStream;

    internal Stream Errors => _process.StandardError.BaseStream;

    /// <summary>Starts a process that waits for <see cref="Begin"/>, and records it.</summary>
    /// <exception cref="ProgramStartException">The system refused.</exception>
    internal static SessionProcess Start(
        ProcessStartInfo start, string channel, ProcessRecords records)
    {
        Process process = Start(start);
        try
        {
            long startTime = ProcessStat.Read(process.Id)?.StartTime ?? 0;
            ProcessRecord record = ProcessRecord.Of(process.Id, startTime, channel);
            records.Add(record);
            return new SessionProcess(process, record, records);
        }
        catch
        {
            // Without its line the process ends by itself.
            process.Dispose();
            throw;
        }
    }

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception refused)
        {
            throw new ProgramStartException(
                $"The system did not start a process for '{start.ArgumentList[4]}': "
                + refused.Message,
                refused);
        }
    }

    /// <summary>Lets the program itself begin.</summary>
    internal void Begin()
    {
        try
        {
            _process.StandardInput.BaseStream.WriteByte((byte)'\n');
        }
        catch (IOException)
        {
            // It was killed meanwhile, which its end tells.
            return;
        }

        _process.StandardInput.Close();
    }

    /// <summary>Ends the process before the program has begun.</summary>
    internal void Abandon() => _process.StandardInput.Close();

    internal void Signal(int signal)
    {
        if (!_isReaped)
            Processes.Signal.SendToGroup(Id, signal);
    }

    /// <summary>Waits until the process has ended.</summary>
    /// <returns>Its exit code; 128 and the signal's number when one ended it.</returns>
    internal async Task<int> WaitAsync()
    {
        await _process.WaitForExitAsync().ConfigureAwait(false);
        _isReaped = true;
        return _process.ExitCode;
    }

    /// <summary>Kills what the process left running, and waits until it is gone.</summary>
    /// <returns>How many processes there were, and whether all are gone.</returns>
    internal async Task<(int Count, bool AreGone)> EndGroupAsync()
    {
        var seen = new HashSet<int>();
        long began = Stopwatch.GetTimestamp();
        while (true)
        {
            IReadOnlyList<int> members = ProcessTable.MembersOf(_record);
            if (members.Count == 0 || Stopwatch.GetElapsedTime(began) > KillPatience)
                return (seen.Count, members.Count == 0);
            foreach (int member in members)
            {
                seen.Add(member);
                Processes.Signal.Send(member, Processes.Signal.Kill);
            }

            await Task.Delay(KillPause).ConfigureAwait(false);
        }
    }

    /// <summary>Removes the record; nothing of the process runs any more.</summary>
    internal void Forget() => _records.Remove(_record);

    public void Dispose() => _process.Dispose();
}

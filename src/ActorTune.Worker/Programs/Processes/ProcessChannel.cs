using System.Threading.Channels;
using ActorTune.Programs;
using ActorTune.Programs.Wire;

namespace ActorTune.Worker.Programs.Processes;

/// <summary>The engine's end of one attempt's channel.</summary>
internal sealed class ProcessChannel(
    TrialLaunch launch, AttemptReports reports, ITrialProgramEvents events)
{
    private readonly ChannelReplies _replies = new(launch);
    private readonly Channel<bool> _wake = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    private volatile bool _isAccepted;
    private volatile bool _isConnected;

    /// <summary>Whether a program has connected, so that there may be something to read.</summary>
    internal bool IsAccepted => _isAccepted;

    /// <summary>Whether a program has said hello.</summary>
    internal bool IsConnected => _isConnected;

    /// <summary>What the program said about its end; null: nothing.</summary>
    internal AttemptOutcome? Outcome { get; private set; }

    internal void Instruct(long report, AttemptInstruction instruction, Resource? until)
    {
        _replies.Instruct(report, instruction, until);
        Wake();
    }

    internal void Interrupt()
    {
        _replies.Interrupt();
        Wake();
    }

    internal void Stop()
    {
        _replies.Stop();
        Wake();
    }

    /// <summary>Waits for the program and talks with it until it hangs up.</summary>
    /// <param name="server">Where the program connects.</param>
    /// <param name="refuse">Told once of what cannot be taken; the talk is over then.</param>
    /// <param name="stop">Gives up.</param>
    internal async Task TalkAsync(
        TrialChannelServer server, Action<AttemptOutcome> refuse, CancellationToken stop)
    {
        try
        {
            await TalkAsync(server, stop).ConfigureAwait(false);
        }
        catch (InvalidMeasurementException refused)
        {
            refuse(new AttemptOutcome(AttemptEnd.InvalidMeasurement, refused.Message));
        }
        catch (Exception broken) when (broken is TrialProtocolException or IOException)
        {
            refuse(new AttemptOutcome(AttemptEnd.Error, broken.Message));
        }
        catch (TrialChannelClosedException)
        {
            // Something connected and hung up; the process's own end tells the rest.
            return;
        }
    }

    private async Task TalkAsync(TrialChannelServer server, CancellationToken stop)
    {
        TrialConnection connection = await server.AcceptAsync(stop).ConfigureAwait(false);
        _isAccepted = true;
        await using (connection.ConfigureAwait(false))
        {
            await connection.AssignAsync(Assignment(), AttemptReports.Credit, stop)
                .ConfigureAwait(false);
            if (reports.Count > 0)
                throw new TrialProtocolException(
                    "The program connected after it had reported on its standard output: report "
                    + "one way or the other.");
            _isConnected = true;
            await ConverseAsync(connection, stop).ConfigureAwait(false);
        }
    }

    private async Task ConverseAsync(TrialConnection connection, CancellationToken stop)
    {
        using var hangUp = CancellationTokenSource.CreateLinkedTokenSource(stop);
        Task sending = SendAsync(connection, hangUp.Token);
        try
        {
            await ReceiveAsync(connection, stop).ConfigureAwait(false);
        }
        finally
        {
            await hangUp.CancelAsync().ConfigureAwait(false);
            await sending.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task ReceiveAsync(TrialConnection connection, CancellationToken stop)
    {
        while (await connection.ReceiveAsync(stop).ConfigureAwait(false) is { } message)
        {
            switch (message)
            {
                case ReportMessage report:
                    Take(report);
                    break;
                case CheckpointMessage checkpoint:
                    Take(checkpoint);
                    break;
                case EndMessage end:
                    Outcome = end.Outcome;
                    break;
            }
        }
    }

    private void Take(ReportMessage report)
    {
        if (report.Report != reports.Count + 1)
            throw new TrialProtocolException(string.Create(
                CultureInfo.InvariantCulture,
                $"The program numbered a report {report.Report} after {reports.Count}: number them "
                + $"1, 2, 3, without a gap."));

        // The reply that this report gets must know of it, and may be due at once.
        _replies.Reported(report.Resource, report.IsBarrier);
        reports.Take(report.Resource, report.Metrics);
        Wake();
    }

    private void Take(CheckpointMessage checkpoint)
    {
        string expected = Path.Combine(
            Path.GetFullPath(launch.Folder),
            string.Create(
                CultureInfo.InvariantCulture, $"checkpoint-{checkpoint.Resource.Units}"));
        if (Path.GetFullPath(checkpoint.Folder) != expected || !Directory.Exists(expected))
            throw new TrialProtocolException(
                $"The program announced a checkpoint in '{checkpoint.Folder}'; it must lie in "
                + $"'{expected}', whole, before it is announced.");
        _replies.Checkpointed();
        events.Checkpointed(checkpoint.Resource);
        Wake();
    }

    private async Task SendAsync(TrialConnection connection, CancellationToken stop)
    {
        (long Report, TrialReply Reply, bool IsStop) last =
            (0, new TrialReply(AttemptInstruction.Continue, launch.Until), false);
        Wake();
        await foreach (bool _ in _wake.Reader.ReadAllAsync(stop).ConfigureAwait(false))
        {
            (long Report, TrialReply Reply, bool IsStop) next = _replies.Compose();
            if ((next.Report, next.Reply) != (last.Report, last.Reply))
                await connection.ReplyAsync(next.Report, next.Reply, stop).ConfigureAwait(false);
            if (next.IsStop && !last.IsStop)
                await connection.StopAsync(stop).ConfigureAwait(false);
            last = next;
        }
    }

    private void Wake() => _wake.Writer.TryWrite(true);

    private TrialAssignment Assignment() => new()
    {
        Study = launch.Study,
        Attempt = launch.Attempt,
        Configuration = launch.Configuration,
        Seed = launch.Seed,
        Objective = launch.Objective,
        Folder = Path.GetFullPath(launch.Folder),
        Slots = launch.Slots,
        ResourceUnit = launch.ResourceUnit,
        Resume = launch.From is { } from
            ? new TrialResume(from.Resource, launch.FromFolder!)
            : null,
        Until = launch.Until,
        Resumes = launch.Program.Resumes,
    };
}

using System.Net.Sockets;

namespace ActorTune.Programs.Tests.Wire;

public sealed class SocketTrialChannelTests
{
    [Fact]
    public async Task Reports_below_the_barrier_do_not_wait_and_at_it_they_do()
    {
        await using ConnectedPair pair = await ConnectedPair.CreateAsync(until: 2);

        await pair.Trial.ReportAsync(1, "accuracy", 0.1);
        Task<TrialInstruction> atBarrier = pair.Trial.ReportAsync(2, "accuracy", 0.2).AsTask();
        ReportMessage first = await pair.ReceiveAsync<ReportMessage>();
        ReportMessage second = await pair.ReceiveAsync<ReportMessage>();
        await pair.ReplyAsync(1, AttemptInstruction.Continue, until: 2);
        await pair.ReplyAsync(2, AttemptInstruction.Continue, until: 2);
        Assert.False(atBarrier.IsCompleted);
        await pair.ReplyAsync(2, AttemptInstruction.Continue, until: 6);

        Assert.Equal(TrialInstruction.Continue, await atBarrier);
        Assert.Equal((1L, false), (first.Report, first.IsBarrier));
        Assert.Equal((2L, true), (second.Report, second.IsBarrier));
        Assert.Equal(new Resource(6), pair.Trial.Until);
    }

    [Fact]
    public async Task A_pause_at_the_barrier_ends_the_attempt()
    {
        await using ConnectedPair pair = await ConnectedPair.CreateAsync(until: 1);
        Task<TrialInstruction> report = pair.Trial.ReportAsync(1, "accuracy", 0.1).AsTask();

        await pair.ReceiveAsync<ReportMessage>();
        await pair.ReplyAsync(1, AttemptInstruction.Pause, until: null);

        Assert.Equal(TrialInstruction.Pause, await report);
    }

    [Fact]
    public async Task Without_credit_a_report_waits_for_an_acknowledgement()
    {
        await using ConnectedPair pair = await ConnectedPair.CreateAsync(until: null, credit: 2);
        await pair.Trial.ReportAsync(1, "accuracy", 0.1);
        Task<TrialInstruction> second = pair.Trial.ReportAsync(2, "accuracy", 0.1).AsTask();
        await pair.ReceiveAsync<ReportMessage>();
        await pair.ReceiveAsync<ReportMessage>();
        Assert.False(second.IsCompleted);

        await pair.ReplyAsync(1, AttemptInstruction.Continue, until: null);

        Assert.Equal(TrialInstruction.Continue, await second);
    }

    [Fact]
    public async Task A_stop_cancels_the_program_and_answers_its_next_report()
    {
        await using ConnectedPair pair = await ConnectedPair.CreateAsync(until: 9);
        var cancelled = new TaskCompletionSource();
        await using CancellationTokenRegistration registration =
            pair.Channel.Stop.Register(cancelled.SetResult);

        await pair.Engine.StopAsync(default);
        await cancelled.Task;

        Assert.Equal(TrialInstruction.Stop, await pair.Trial.ReportAsync(1, "accuracy", 0.1));
    }

    [Fact]
    public async Task An_unasked_reply_is_taken_in_with_the_next_report()
    {
        await using ConnectedPair pair = await ConnectedPair.CreateAsync(until: null, credit: 1);
        Task<TrialInstruction> report = pair.Trial.ReportAsync(1, "accuracy", 0.1).AsTask();

        await pair.ReplyAsync(0, AttemptInstruction.Stop, until: null);

        Assert.Equal(TrialInstruction.Stop, await report);
    }

    [Fact]
    public async Task An_old_reply_changes_nothing()
    {
        await using ConnectedPair pair = await ConnectedPair.CreateAsync(until: 1);
        Task<TrialInstruction> report = pair.Trial.ReportAsync(1, "accuracy", 0.1).AsTask();
        await pair.ReplyAsync(1, AttemptInstruction.Continue, until: 3);
        await pair.ReplyAsync(0, AttemptInstruction.Continue, until: 1);
        await report;

        Assert.Equal(TrialInstruction.Continue, await pair.Trial.ReportAsync(2, "accuracy", 0.1));
    }

    [Fact]
    public async Task A_checkpoint_is_announced_before_the_report()
    {
        await using ConnectedPair pair = await ConnectedPair.CreateAsync(until: null);

        await pair.Trial.SaveCheckpointAsync(1, (_, _) => Task.CompletedTask);
        await pair.Trial.ReportAsync(1, "accuracy", 0.1);

        CheckpointMessage checkpoint = await pair.ReceiveAsync<CheckpointMessage>();
        Assert.True(Directory.Exists(checkpoint.Folder));
        await pair.ReceiveAsync<ReportMessage>();
    }

    [Fact]
    public async Task An_engine_that_hangs_up_fails_the_wait_and_cancels_the_program()
    {
        await using ConnectedPair pair = await ConnectedPair.CreateAsync(until: 1);
        Task<TrialInstruction> report = pair.Trial.ReportAsync(1, "accuracy", 0.1).AsTask();
        await pair.ReceiveAsync<ReportMessage>();
        var cancelled = new TaskCompletionSource();
        await using CancellationTokenRegistration registration =
            pair.Channel.Stop.Register(cancelled.SetResult);

        await pair.Engine.DisposeAsync();

        await Assert.ThrowsAsync<TrialChannelClosedException>(() => report);
        await cancelled.Task;
    }

    [Fact]
    public async Task A_program_that_hangs_up_ends_the_stream()
    {
        await using ConnectedPair pair = await ConnectedPair.CreateAsync(until: null);

        await pair.Channel.DisposeAsync();

        Assert.Null(await pair.Engine.ReceiveAsync(default));
    }

    [Fact]
    public async Task A_program_that_hangs_up_with_replies_unread_ends_the_stream_too()
    {
        using var folder = new TemporaryFolder();
        using TrialChannelServer server = TrialChannelServer.Listen(folder.Of("s"));
        using var client = new Socket(AddressFamily.Unix, SocketType.Stream, default);
        await client.ConnectAsync(new UnixDomainSocketEndPoint(server.Path));
        await using TrialConnection engine = await server.AcceptAsync(default);
        await client.SendAsync(TrialWire.Encode(new EndMessage(AttemptOutcome.Returned)));
        await engine.StopAsync(default);
        client.Dispose();

        Assert.IsType<EndMessage>(await engine.ReceiveAsync(default));
        Assert.Null(await engine.ReceiveAsync(default));
    }

    [Fact]
    public async Task A_line_that_is_too_long_is_refused_not_kept()
    {
        using var folder = new TemporaryFolder();
        using TrialChannelServer server = TrialChannelServer.Listen(folder.Of("s"));
        using var client = new Socket(AddressFamily.Unix, SocketType.Stream, default);
        await client.ConnectAsync(new UnixDomainSocketEndPoint(server.Path));
        await using TrialConnection engine = await server.AcceptAsync(default);
        Task<int> sending = client.SendAsync(new byte[TrialWire.MaxLineBytes + 2]);

        var error = await Assert.ThrowsAsync<TrialProtocolException>(
            async () => await engine.ReceiveAsync(default));

        Assert.Contains("over 1048576 bytes", error.Message);
        await sending;
    }

    [Fact]
    public async Task A_line_that_is_cut_off_is_refused()
    {
        using var folder = new TemporaryFolder();
        using TrialChannelServer server = TrialChannelServer.Listen(folder.Of("s"));
        using var client = new Socket(AddressFamily.Unix, SocketType.Stream, default);
        await client.ConnectAsync(new UnixDomainSocketEndPoint(server.Path));
        await using TrialConnection engine = await server.AcceptAsync(default);
        await client.SendAsync("{\"type\""u8.ToArray());
        client.Shutdown(SocketShutdown.Send);

        var error = await Assert.ThrowsAsync<TrialProtocolException>(
            async () => await engine.ReceiveAsync(default));

        Assert.Contains("in the middle of a line, after 7 bytes", error.Message);
    }

    [Fact]
    public async Task Another_protocol_is_refused_by_the_engine()
    {
        using var folder = new TemporaryFolder();
        using TrialChannelServer server = TrialChannelServer.Listen(folder.Of("s"));
        using var client = new Socket(AddressFamily.Unix, SocketType.Stream, default);
        await client.ConnectAsync(new UnixDomainSocketEndPoint(server.Path));
        await using TrialConnection engine = await server.AcceptAsync(default);
        await client.SendAsync(TrialWire.Encode(new HelloMessage(7, "old")));

        var error = await Assert.ThrowsAsync<TrialProtocolException>(
            async () => await engine.AssignAsync(Assignments.In("/a"), 1, default));

        Assert.Contains("speaks protocol 7", error.Message);
    }

    [Fact]
    public void The_socket_is_open_to_its_user_alone_and_goes_away()
    {
        using var folder = new TemporaryFolder();
        using (TrialChannelServer server = TrialChannelServer.Listen(folder.Of("s")))
        {
            Assert.True(File.Exists(server.Path));
            if (!OperatingSystem.IsWindows())
                Assert.Equal(
                    UnixFileMode.UserRead | UnixFileMode.UserWrite,
                    File.GetUnixFileMode(server.Path));
        }

        Assert.False(File.Exists(folder.Of("s")));
        Assert.Throws<ArgumentException>(
            () => TrialChannelServer.Listen(folder.Of(new string('x', 200))));
    }
}

using ActorTune.Cli.Output;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace ActorTune.Cli.Screens;

/// <summary>
/// A screen that is drawn again four times a second: best so far, what every slot does, how full
/// the rungs are, rate and time left.
/// </summary>
internal sealed class LiveScreen : IProgressScreen
{
    private const int MostMessages = 5;
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(250);

    private readonly TimeLeft _left;
    private readonly bool _isReplayed;
    private readonly Queue<string> _messages = [];
    private readonly CancellationTokenSource _ended = new();
    private readonly Task _drawing;
    private StudyProgress? _progress;

    internal LiveScreen(CliConsole console, TimeLeft left, bool isReplayed = false)
    {
        _left = left;
        _isReplayed = isReplayed;
        IAnsiConsole terminal = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(console.Out),
        });
        _drawing = DrawAsync(terminal);
    }

    public void Show(JournalEntry entry, StudyProgress progress, bool isNew)
    {
        _progress = progress;
        if (isNew && entry.Event is TrialFailed failed)
            Say($"trial {failed.Trial} failed ({Numbers.Word(failed.End)}): "
                + progress.State.Trial(failed.Trial).LastMessage.Split('\n', 2)[0]);
        if (isNew && entry.Event is StudyEnding ending)
            Say("ending: " + ProgressText.Reason(
                ending.Reason, progress.State.Specification, ending.Grounds));
    }

    public void Say(string message)
    {
        lock (_messages)
        {
            _messages.Enqueue(message);
            while (_messages.Count > MostMessages)
                _messages.Dequeue();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _ended.CancelAsync();
        await _drawing;
        _ended.Dispose();
    }

    private Task DrawAsync(IAnsiConsole terminal) => terminal
        .Live(new Text("Starting."))
        .Overflow(VerticalOverflow.Crop)
        .StartAsync(async live =>
        {
            using var timer = new PeriodicTimer(Pace);
            bool goesOn = true;
            while (goesOn)
            {
                goesOn = await WaitAsync(timer);
                live.UpdateTarget(Draw());
            }
        });

    private async Task<bool> WaitAsync(PeriodicTimer timer)
    {
        try
        {
            return await timer.WaitForNextTickAsync(_ended.Token);
        }
        catch (OperationCanceledException)
        {
            // One last picture shows the end.
            return false;
        }
    }

    private IRenderable Draw()
    {
        if (_progress is not { } progress)
            return new Text("Starting.");
        string[] messages;
        lock (_messages)
            messages = [.. _messages];
        // The events are folded on another thread.
        lock (progress)
            return LivePicture.Of(progress, _left, messages, _isReplayed);
    }
}

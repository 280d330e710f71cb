using ActorTune.Cli.Screens;
using Microsoft.Extensions.Logging;

namespace ActorTune.Cli.Running;

/// <summary>
/// Says warnings of the engine on the screen: one line each, without stack traces.
/// </summary>
internal sealed class ScreenLogger(IProgressScreen screen) : ILoggerProvider, ILogger
{
    private string? _last;

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

    public void Log<TState>(
        LogLevel logLevel,
        EventId eventId,
        TState state,
        Exception? exception,
        Func<TState, Exception?, string> formatter)
    {
        // Messages to actors that have just ended are how every run ends: nothing to act on.
        if (!IsEnabled(logLevel) || eventId.Name == "DeadLettered")
            return;
        // A journal's error says all that a user needs; which part of the engine met it does not.
        string message = exception switch
        {
            null => formatter(state, null),
            JournalException journal => journal.Message,
            _ => $"{formatter(state, exception)} ({exception.Message.Split('\n', 2)[0]})",
        };
        // The engine tries again a few times, and says the same each time.
        if (Interlocked.Exchange(ref _last, message) != message)
            screen.Say("warning: " + message);
    }

    public void Dispose()
    {
        // The screen belongs to whoever made it.
    }
}

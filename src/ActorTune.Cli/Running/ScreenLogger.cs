using ActorTune.Cli.Screens;
using Microsoft.Extensions.Logging;

namespace ActorTune.Cli.Running;

/// <summary>Says warnings of the engine on the screen: one line each, without stack traces.</summary>
internal sealed class ScreenLogger(IProgressScreen screen) : ILoggerProvider, ILogger
{
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
        if (!IsEnabled(logLevel))
            return;
        string cause = exception is null ? "" : $" ({exception.Message.Split('\n', 2)[0]})";
        screen.Say($"warning: {formatter(state, exception)}{cause}");
    }

    public void Dispose()
    {
        // The screen belongs to whoever made it.
    }
}

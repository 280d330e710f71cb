using System.Runtime.InteropServices;

namespace ActorTune.Programs;

/// <summary>How a program's own code ended an attempt.</summary>
/// <param name="End">Returned, Error, OutOfMemory or InvalidMeasurement.</param>
/// <param name="Error">The exception's type and first line; empty when there was none.</param>
public sealed record AttemptOutcome(AttemptEnd End, string Error)
{
    /// <summary>The program returned.</summary>
    public static AttemptOutcome Returned { get; } = new(AttemptEnd.Returned, string.Empty);

    /// <summary>Executes an attempt and tells its exceptions apart.</summary>
    /// <param name="program">The program.</param>
    /// <param name="trial">The attempt.</param>
    /// <param name="stop">Cancelled when the attempt must end before its next report.</param>
    /// <returns>The outcome, and the exception behind it or null.</returns>
    public static async Task<(AttemptOutcome Outcome, Exception? Exception)> OfAsync(
        ITrialProgram program, TrialContext trial, CancellationToken stop)
    {
        try
        {
            await program.RunAsync(trial, stop).ConfigureAwait(false);
            return (Returned, null);
        }
        catch (Exception exception)
        {
            return (Of(exception, stop), exception);
        }
    }

    /// <summary>
    /// The outcome that an exception means. A cancellation after the attempt was told to end is a
    /// clean end.
    /// </summary>
    /// <param name="exception">What the program threw.</param>
    /// <param name="stop">The token that the program was given.</param>
    /// <returns>The outcome.</returns>
    public static AttemptOutcome Of(Exception exception, CancellationToken stop = default)
    {
        if (exception is OperationCanceledException && stop.IsCancellationRequested)
            return Returned;
        AttemptEnd end = Chain(exception).Select(KindOf).FirstOrDefault(
            kind => kind != AttemptEnd.Error, AttemptEnd.Error);
        return new AttemptOutcome(end, Describe(exception));
    }

    // Native training libraries surface an exhausted device as an external error.
    private static AttemptEnd KindOf(Exception exception) => exception switch
    {
        OutOfMemoryException or TrialOutOfMemoryException => AttemptEnd.OutOfMemory,
        ExternalException when exception.Message.Contains(
            "out of memory", StringComparison.OrdinalIgnoreCase) => AttemptEnd.OutOfMemory,
        InvalidMeasurementException => AttemptEnd.InvalidMeasurement,
        _ => AttemptEnd.Error,
    };

    private static IEnumerable<Exception> Chain(Exception exception)
    {
        yield return exception;
        IEnumerable<Exception> causes = exception switch
        {
            AggregateException several => several.InnerExceptions,
            { InnerException: { } cause } => [cause],
            _ => [],
        };
        foreach (Exception cause in causes.SelectMany(Chain))
            yield return cause;
    }

    private static string Describe(Exception exception)
    {
        string firstLine = exception.Message.AsSpan().Trim().ToString().Split('\n', 2)[0].TrimEnd();
        return $"{exception.GetType().FullName}: {firstLine}";
    }
}

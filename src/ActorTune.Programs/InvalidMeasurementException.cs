namespace ActorTune.Programs;

/// <summary>
/// A report was refused: it lacks the objective, names a metric twice, or its resource does not
/// grow. Left alone it ends the attempt as an invalid measurement.
/// </summary>
public sealed class InvalidMeasurementException : InvalidOperationException
{
    /// <summary>Creates the error.</summary>
    /// <param name="message">What was refused, the value given, and the way out.</param>
    public InvalidMeasurementException(string message)
        : base(message)
    {
    }
}

namespace ActorTune.Programs;

/// <summary>A configuration does not give what the program asks of it.</summary>
public sealed class TrialConfigurationException : Exception
{
    /// <summary>Creates the error.</summary>
    /// <param name="message">Which parameter, which type, which value.</param>
    public TrialConfigurationException(string message)
        : base(message)
    {
    }
}

namespace ActorTune.Samples.Digits.Training;

/// <summary>How the learning rate changes over the epochs.</summary>
public enum ScheduleKind
{
    /// <summary>Not at all.</summary>
    Constant,

    /// <summary>Half a cosine, from the full rate to zero.</summary>
    Cosine,

    /// <summary>A tenth from one half on, a hundredth from three quarters on.</summary>
    Step,
}

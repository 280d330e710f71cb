namespace ActorTune.TorchSharp.Training;

/// <summary>The course of a learning rate.</summary>
public enum ScheduleKind
{
    /// <summary>It stays.</summary>
    Constant,

    /// <summary>It falls to nothing along half a cosine.</summary>
    Cosine,

    /// <summary>It falls to a tenth after each third of the training.</summary>
    Step,
}

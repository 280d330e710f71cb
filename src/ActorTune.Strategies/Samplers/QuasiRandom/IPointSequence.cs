namespace ActorTune.Strategies.Samplers.QuasiRandom;

/// <summary>Points that fill the unit cube evenly, each known by its number alone.</summary>
internal interface IPointSequence
{
    /// <summary>How many coordinates of the sequence there are.</summary>
    int Dimensions { get; }

    /// <summary>Writes the coordinates of a point, each from 0 to below 1.</summary>
    void Fill(int number, Span<double> point);
}

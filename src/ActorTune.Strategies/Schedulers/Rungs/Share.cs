namespace ActorTune.Strategies.Schedulers.Rungs;

/// <summary>A share between 0 and 1 as a fraction, so that ranks are exact.</summary>
/// <param name="Numerator">How many of</param>
/// <param name="Denominator">how many.</param>
internal readonly record struct Share(int Numerator, int Denominator)
{
    /// <summary>The share in lowest terms.</summary>
    internal static Share Of(int numerator, int denominator)
    {
        int divisor = denominator;
        for (int rest = numerator; rest != 0;)
            (divisor, rest) = (rest, divisor % rest);
        return new Share(numerator / divisor, denominator / divisor);
    }
}

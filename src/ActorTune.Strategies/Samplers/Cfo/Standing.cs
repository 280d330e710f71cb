namespace ActorTune.Strategies.Samplers.Cfo;

/// <summary>What a trial was measured to be worth.</summary>
/// <param name="Violation">The sum of what it violates; zero where it is feasible.</param>
/// <param name="Loss">The first objective, less being better.</param>
internal readonly record struct Standing(double Violation, double Loss)
{
    internal bool IsBetterThan(Standing other) =>
        Violation < other.Violation || (Violation.Equals(other.Violation) && Loss < other.Loss);
}

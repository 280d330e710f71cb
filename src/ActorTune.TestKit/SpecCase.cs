namespace ActorTune.TestKit;

/// <summary>One rule of a contract with the code that tries it.</summary>
/// <param name="Name">The rule as a sentence.</param>
/// <param name="Run">Tries it; throws <see cref="SpecException"/> when it is broken.</param>
public sealed record SpecCase(string Name, Action Run)
{
    /// <inheritdoc/>
    public override string ToString() => Name;
}

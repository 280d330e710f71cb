namespace ActorTune.Conventions;

/// <summary>
/// Whether approved files are to be written from what is found instead of compared.
/// </summary>
internal static class Approval
{
    internal const string Variable = "ACTORTUNE_APPROVE";

    internal static bool IsGiven => Environment.GetEnvironmentVariable(Variable) == "1";
}

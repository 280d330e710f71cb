using ActorTune.Analysis;

namespace ActorTune.Cli.Analysis;

/// <summary>The names that methods of importance have on the command line.</summary>
internal static class ImportanceMethods
{
    internal static readonly string[] Names = ["ped-anova", "fanova", "permutation"];

    internal static string NameOf(ImportanceMethod method) => Names[(int)method];

    internal static ImportanceMethod? Find(string name) =>
        Array.IndexOf(Names, name) is >= 0 and var place ? (ImportanceMethod)place : null;
}

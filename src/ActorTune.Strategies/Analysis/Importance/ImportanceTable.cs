namespace ActorTune.Analysis;

/// <summary>How much each parameter of a space matters, the most important first.</summary>
/// <param name="Method">How it was measured.</param>
/// <param name="TrialCount">How many trials it was measured on.</param>
/// <param name="Parameters">
/// All parameters with more than one value, by importance, equal ones in the space's order.
/// </param>
/// <param name="ExplainedShare">
/// How much of the variance of the values the forest explains, of trials that its trees were not
/// fitted to: with little of it importance means little. Null without a forest.
/// </param>
public sealed record ImportanceTable(
    ImportanceMethod Method,
    int TrialCount,
    IReadOnlyList<ParameterImportance> Parameters,
    double? ExplainedShare)
{
    /// <summary>Measures the importance of the parameters.</summary>
    /// <param name="table">The trials.</param>
    /// <param name="options">How; null: PED-ANOVA.</param>
    public static ImportanceTable Of(TrialTable table, ImportanceOptions? options = null)
    {
        options ??= new ImportanceOptions();
        if (!(options.TargetShare > 0 && options.TargetShare < 1))
            throw new ArgumentOutOfRangeException(
                nameof(options), options.TargetShare, "The target share lies between 0 and 1.");
        double? explained = null;
        double[] importances = options.Method switch
        {
            ImportanceMethod.PedAnova => PedAnova.Of(table, options.TargetShare),
            ImportanceMethod.FunctionalAnova =>
                FunctionalAnova.Of(table, options.Forest, out explained),
            ImportanceMethod.Permutation =>
                PermutationImportance.Of(table, options.Forest, out explained),
            _ => throw new ArgumentOutOfRangeException(
                nameof(options), options.Method, "Unknown method."),
        };
        return new ImportanceTable(
            options.Method, table.Trials.Count, [.. List(table, importances)], explained);
    }

    private static IEnumerable<ParameterImportance> List(TrialTable table, double[] importances)
    {
        double sum = 0;
        foreach (double importance in importances)
            sum += importance;
        return table.Space.Parameters.Index()
            .Where(parameter => parameter.Item.ValueCount != 1)
            .Select(parameter => new ParameterImportance(
                parameter.Item.Name,
                importances[parameter.Index],
                sum > 0 ? importances[parameter.Index] / sum : 0,
                table.Columns.ActiveCount(parameter.Index)))
            .OrderByDescending(parameter => parameter.Importance);
    }
}

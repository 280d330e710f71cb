namespace ActorTune.Strategies.Samplers.Tpe;

/// <summary>
/// The division of a search space into groups that share a density, each after the groups that it
/// is conditional on.
/// </summary>
/// <remarks>
/// Two parameters are active together when the same conditions stand above them. A condition that
/// holds for every value of its parent is none: the parameter is active with its parent.
/// </remarks>
internal static class ParameterGroups
{
    private const long MostValuesTried = 4096;

    /// <summary>Divides a space.</summary>
    /// <param name="space">The space.</param>
    /// <param name="isMultivariate">Whether parameters share densities at all.</param>
    /// <param name="isGrouped">Whether conditional ones do too.</param>
    internal static IReadOnlyList<ParameterGroup> Of(
        SearchSpace space, bool isMultivariate, bool isGrouped)
    {
        var conditions = new SortedSet<string>[space.Dimensions];
        foreach (int index in space.ParentsFirst)
            conditions[index] = ConditionsOf(space, index, conditions);
        var members = new List<List<int>>();
        var known = new Dictionary<string, List<int>>();
        foreach (int index in space.ParentsFirst.OrderBy(index => conditions[index].Count))
        {
            bool isAlone = !isMultivariate || (!isGrouped && conditions[index].Count > 0);
            string key = isAlone ? space.Parameters[index].Name : KeyOf(conditions[index]);
            if (!known.TryGetValue(key, out List<int>? group))
            {
                group = [];
                known.Add(key, group);
                members.Add(group);
            }

            group.Add(index);
        }

        return [.. members.Select(group => new ParameterGroup(space, [.. group]))];
    }

    private static string KeyOf(SortedSet<string> conditions) =>
        string.Join('\n', conditions.Prepend(string.Empty));

    private static SortedSet<string> ConditionsOf(
        SearchSpace space, int index, SortedSet<string>[] known)
    {
        var all = new SortedSet<string>(StringComparer.Ordinal);
        foreach (Condition condition in space.Parameters[index].When)
        {
            int parent = space.IndexOf(condition.Parent);
            all.UnionWith(known[parent]);
            if (!AlwaysHolds(condition, space.Parameters[parent]))
                all.Add(condition.ToString());
        }

        return all;
    }

    private static bool AlwaysHolds(Condition condition, Parameter parent)
    {
        if (parent.ValueCount is not { } count || count > MostValuesTried)
            return condition.Holds(parent.Decode(0)) && condition.Holds(parent.Decode(1))
                && !condition.IsOneOf;
        for (long i = 0; i < count; i++)
        {
            if (!condition.Holds(parent.ValueAt(i)))
                return false;
        }

        return true;
    }
}

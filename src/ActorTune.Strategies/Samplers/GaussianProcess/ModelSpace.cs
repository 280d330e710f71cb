namespace ActorTune.Strategies.Samplers.GaussianProcess;

/// <summary>
/// A search space as the model sees it: parameters with more than one value, in groups that are
/// active under the same conditions.
/// </summary>
internal sealed class ModelSpace
{
    private readonly ModelParameter[] _all;
    private readonly IReadOnlyList<int> _parentsFirst;

    internal ModelSpace(SearchSpace space)
    {
        Space = space;
        _parentsFirst = space.ParentsFirst;
        _all = new ModelParameter[space.Dimensions];
        for (int i = 0; i < _all.Length; i++)
            _all[i] = new ModelParameter(space, i);
        Parameters = [.. _all.Where(parameter => !parameter.IsConstant)];
        Groups = GroupsOf(ActivityKeys());
    }

    /// <summary>The search space.</summary>
    internal SearchSpace Space { get; }

    /// <summary>The parameters of the model.</summary>
    internal ModelParameter[] Parameters { get; }

    /// <summary>The groups of the model.</summary>
    internal ModelGroup[] Groups { get; }

    /// <summary>
    /// The point that a place of the unit cube stands for: every number on the place of a value.
    /// </summary>
    internal ModelPoint Settle(ReadOnlySpan<double> units)
    {
        var settled = new double[_all.Length];
        var isActive = new bool[_all.Length];
        foreach (int index in _parentsFirst)
        {
            settled[index] = _all[index].Round(units[index]);
            isActive[index] = Holds(_all[index], settled, isActive);
        }

        return new ModelPoint
        {
            Units = settled,
            IsActive = isActive,
            Coordinates = Array.ConvertAll(Parameters, parameter => settled[parameter.Index]),
            Groups = Array.ConvertAll(Groups, group => isActive[group.Representative]),
        };
    }

    /// <summary>Whether the space's constraints allow a point.</summary>
    internal bool IsAllowed(ModelPoint point) =>
        (Space.Forbidden.Count == 0 && Space.Inequalities.Count == 0)
        || Space.Allows(Space.Decode(point.Units));

    private bool Holds(ModelParameter parameter, double[] units, bool[] isActive)
    {
        for (int i = 0; i < parameter.Parents.Length; i++)
        {
            int parent = parameter.Parents[i];
            if (!isActive[parent]
                || !parameter.Conditions[i].Holds(_all[parent].ValueAt(units[parent])))
                return false;
        }

        return true;
    }

    // All the conditions under which a parameter is active, its ancestors' included; conditions
    // that every value of the parent meets say nothing.
    private SortedSet<string>[] ActivityKeys()
    {
        var keys = new SortedSet<string>[_all.Length];
        foreach (int index in _parentsFirst)
        {
            keys[index] = new SortedSet<string>(StringComparer.Ordinal);
            for (int i = 0; i < _all[index].Parents.Length; i++)
            {
                int parent = _all[index].Parents[i];
                keys[index].UnionWith(keys[parent]);
                if (!IsMetByAll(_all[index].Conditions[i], _all[parent]))
                    keys[index].Add(_all[index].Conditions[i].ToString());
            }
        }

        return keys;
    }

    private static bool IsMetByAll(Condition condition, ModelParameter parent)
    {
        for (int i = 0; i < (parent.Places?.Length ?? 0); i++)
        {
            if (!condition.Holds(parent.Parameter.ValueAt(i)))
                return false;
        }

        return parent.Places is not null;
    }

    private ModelGroup[] GroupsOf(SortedSet<string>[] keys)
    {
        var groups = new List<ModelGroup>();
        foreach (ModelParameter parameter in Parameters)
        {
            SortedSet<string> key = keys[parameter.Index];
            if (groups.Exists(group => keys[group.Representative].SetEquals(key)))
                continue;
            groups.Add(new ModelGroup(parameter.Index, [.. Enumerable
                .Range(0, Parameters.Length)
                .Where(i => keys[Parameters[i].Index].IsSubsetOf(key))]));
        }

        return [.. groups];
    }
}

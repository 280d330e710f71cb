namespace ActorTune.Spaces;

/// <summary>Orders parameters so that each comes after those it is conditional on.</summary>
internal static class ParentOrder
{
    /// <summary>
    /// The positions of the parameters, parents first and otherwise as declared; null when some
    /// are conditional on each other in a circle.
    /// </summary>
    internal static int[]? Of(IReadOnlyList<Parameter> parameters)
    {
        var order = new List<int>(parameters.Count);
        var placed = new HashSet<string>();
        while (order.Count < parameters.Count)
        {
            int before = order.Count;
            for (int i = 0; i < parameters.Count; i++)
            {
                Parameter parameter = parameters[i];
                if (!placed.Contains(parameter.Name)
                    && parameter.When.All(condition => placed.Contains(condition.Parent)))
                {
                    placed.Add(parameter.Name);
                    order.Add(i);
                }
            }

            if (order.Count == before)
                return null;
        }

        return [.. order];
    }
}

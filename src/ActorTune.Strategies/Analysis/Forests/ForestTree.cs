namespace ActorTune.Analysis.Forests;

/// <summary>A regression tree: its branches, to predict by, and its leaves, which fill the space.
/// </summary>
internal sealed class ForestTree
{
    private readonly List<Branch> _branches = [];
    private readonly List<ForestLeaf> _leaves = [];

    /// <summary>The leaves, in the order of the space from its lower corner on.</summary>
    internal IReadOnlyList<ForestLeaf> Leaves => _leaves;

    internal int AddBranch(int parameter, int cell)
    {
        _branches.Add(new Branch(parameter, cell, 0, 0));
        return _branches.Count - 1;
    }

    internal void Join(int branch, int below, int above) =>
        _branches[branch] = _branches[branch] with { Below = below, Above = above };

    /// <summary>Adds a leaf.</summary>
    /// <returns>Its place as the end of a branch: below zero.</returns>
    internal int AddLeaf(ForestLeaf leaf)
    {
        _leaves.Add(leaf);
        return ~(_leaves.Count - 1);
    }

    internal double Predict(ReadOnlySpan<ForestColumn> columns, int row) =>
        Predict(columns, row, -1, 0);

    /// <summary>Predicts a trial with another value of one parameter.</summary>
    internal double Predict(
        ReadOnlySpan<ForestColumn> columns, int row, int replaced, byte replacement)
    {
        int place = _branches.Count > 0 ? 0 : -1;
        while (place >= 0)
        {
            Branch branch = _branches[place];
            int cell = branch.Parameter == replaced
                ? replacement
                : columns[branch.Parameter].Codes[row];
            place = cell < branch.Cell ? branch.Below : branch.Above;
        }

        return _leaves[~place].Value;
    }

    private readonly record struct Branch(int Parameter, int Cell, int Below, int Above);
}

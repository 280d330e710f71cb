namespace ActorTune.Cli.Conditions;

/// <summary>A condition over the state of a study.</summary>
internal abstract record StudyCondition
{
    /// <summary>Whether it holds in a state.</summary>
    internal abstract bool Holds(StudyView study);

    /// <summary>The terms that it compares, each once, in the order in which they stand.</summary>
    internal abstract IEnumerable<Term> Terms { get; }

    /// <summary>Both hold.</summary>
    internal sealed record And(StudyCondition Left, StudyCondition Right) : StudyCondition
    {
        internal override IEnumerable<Term> Terms => Left.Terms.Union(Right.Terms);

        internal override bool Holds(StudyView study) => Left.Holds(study) && Right.Holds(study);
    }

    /// <summary>One of them holds.</summary>
    internal sealed record Or(StudyCondition Left, StudyCondition Right) : StudyCondition
    {
        internal override IEnumerable<Term> Terms => Left.Terms.Union(Right.Terms);

        internal override bool Holds(StudyView study) => Left.Holds(study) || Right.Holds(study);
    }

    /// <summary>It does not hold.</summary>
    internal sealed record Not(StudyCondition Inner) : StudyCondition
    {
        internal override IEnumerable<Term> Terms => Inner.Terms;

        internal override bool Holds(StudyView study) => !Inner.Holds(study);
    }

    /// <summary>
    /// Two terms compared. While one of them has no value, the comparison does not hold.
    /// </summary>
    internal sealed record Comparison(Term Left, ConditionOperator Operator, Term Right)
        : StudyCondition
    {
        internal override IEnumerable<Term> Terms => new[] { Left, Right }.Where(
            term => !term.IsConstant).Distinct();

        internal override bool Holds(StudyView study) =>
            Left.Value(study) is { } left && Right.Value(study) is { } right
            && Operator switch
            {
                ConditionOperator.Equal => left == right,
                ConditionOperator.NotEqual => left != right,
                ConditionOperator.Less => left < right,
                ConditionOperator.AtMost => left <= right,
                ConditionOperator.Greater => left > right,
                _ => left >= right,
            };
    }
}

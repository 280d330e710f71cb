namespace ActorTune.Cli.Conditions;

/// <summary>How two terms of a condition are compared.</summary>
internal enum ConditionOperator
{
    /// <summary>The terms are equal.</summary>
    Equal,

    /// <summary>The terms differ.</summary>
    NotEqual,

    /// <summary>The left one is less.</summary>
    Less,

    /// <summary>The left one is not greater.</summary>
    AtMost,

    /// <summary>The left one is greater.</summary>
    Greater,

    /// <summary>The left one is not less.</summary>
    AtLeast,
}

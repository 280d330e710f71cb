namespace ActorTune.Cli.Conditions;

/// <summary>How two terms of a condition are compared.</summary>
internal enum ConditionOperator
{
    /// <summary>=</summary>
    Equal,

    /// <summary>!=</summary>
    NotEqual,

    /// <summary>&lt;</summary>
    Less,

    /// <summary>&lt;=</summary>
    AtMost,

    /// <summary>&gt;</summary>
    Greater,

    /// <summary>&gt;=</summary>
    AtLeast,
}

namespace ActorTune.Spaces;

/// <summary>The type of a parameter's value.</summary>
public enum ParameterValueKind : byte
{
    /// <summary>A finite binary64 number.</summary>
    Float,

    /// <summary>A 64-bit whole number.</summary>
    Integer,

    /// <summary>A text.</summary>
    Text,

    /// <summary>True or false.</summary>
    Boolean,
}

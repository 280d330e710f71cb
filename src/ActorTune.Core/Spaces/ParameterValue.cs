namespace ActorTune.Spaces;

/// <summary>The value of one parameter: a float, an integer, a text or a boolean.</summary>
public readonly struct ParameterValue : IEquatable<ParameterValue>
{
    private static readonly object Integer = new();
    private static readonly object Boolean = new();

    // A study keeps a value of each parameter for each trial: a text says its kind itself, and a
    // float has none.
    private readonly object? _kind;
    private readonly long _bits;

    private ParameterValue(object? kind, long bits)
    {
        _kind = kind;
        _bits = bits;
    }

    /// <summary>The type of the value.</summary>
    public ParameterValueKind Kind
    {
        get
        {
            if (_kind is null)
                return ParameterValueKind.Float;
            if (ReferenceEquals(_kind, Integer))
                return ParameterValueKind.Integer;
            return ReferenceEquals(_kind, Boolean)
                ? ParameterValueKind.Boolean
                : ParameterValueKind.Text;
        }
    }

    /// <summary>Whether the value is a float or an integer.</summary>
    public bool IsNumber => Kind is ParameterValueKind.Float or ParameterValueKind.Integer;

    /// <summary>A float. Negative zero becomes zero, so that equal values print alike.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is NaN or infinite.</exception>
    public static ParameterValue Of(double value) => double.IsFinite(value)
        ? new(null, BitConverter.DoubleToInt64Bits(value + 0.0))
        : throw new ArgumentOutOfRangeException(nameof(value), value, "A float must be finite.");

    /// <summary>An integer.</summary>
    public static ParameterValue Of(long value) => new(Integer, value);

    /// <summary>A text.</summary>
    public static ParameterValue Of(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return new ParameterValue(value, 0);
    }

    /// <summary>A boolean.</summary>
    public static ParameterValue Of(bool value) =>
        new(Boolean, value ? 1 : 0);

    /// <summary>The value as a float; an integer is converted.</summary>
    /// <exception cref="InvalidOperationException">It is a text or a boolean.</exception>
    public double AsDouble() => Kind switch
    {
        ParameterValueKind.Float => BitConverter.Int64BitsToDouble(_bits),
        ParameterValueKind.Integer => _bits,
        _ => throw Mismatch("a number"),
    };

    /// <summary>The value as an integer.</summary>
    /// <exception cref="InvalidOperationException">It is not an integer.</exception>
    public long AsInt64() =>
        Kind == ParameterValueKind.Integer ? _bits : throw Mismatch("an integer");

    /// <summary>The value as a text.</summary>
    /// <exception cref="InvalidOperationException">It is not a text.</exception>
    public string AsText() => _kind as string ?? throw Mismatch("a text");

    /// <summary>The value as a boolean.</summary>
    /// <exception cref="InvalidOperationException">It is not a boolean.</exception>
    public bool AsBoolean() =>
        Kind == ParameterValueKind.Boolean ? _bits != 0 : throw Mismatch("a boolean");

    /// <summary>
    /// A number as a float whatever its kind, so that 1 and 1.0 can be told to be the same number.
    /// </summary>
    public bool SameNumber(ParameterValue other) =>
        IsNumber && other.IsNumber && AsDouble().Equals(other.AsDouble());

    /// <inheritdoc/>
    public bool Equals(ParameterValue other) =>
        _bits == other._bits && Equals(_kind, other._kind);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is ParameterValue other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => unchecked((int)StableHash.Add(StableHash.Start, this));

    /// <summary>Whether two values have the same kind and content.</summary>
    public static bool operator ==(ParameterValue left, ParameterValue right) => left.Equals(right);

    /// <summary>Whether two values differ in kind or content.</summary>
    public static bool operator !=(ParameterValue left, ParameterValue right) =>
        !left.Equals(right);

    /// <summary>
    /// The value in invariant notation. A float shows its shortest exact digits and always a
    /// point or an exponent, so that it reads back as a float.
    /// </summary>
    public override string ToString() => Kind switch
    {
        ParameterValueKind.Float => FloatText(AsDouble()),
        ParameterValueKind.Integer => _bits.ToString(CultureInfo.InvariantCulture),
        ParameterValueKind.Boolean => _bits != 0 ? "true" : "false",
        _ => AsText(),
    };

    private static string FloatText(double value)
    {
        string text = value.ToString("R", CultureInfo.InvariantCulture);
        return text.AsSpan().ContainsAny('.', 'E') ? text : text + ".0";
    }

    private InvalidOperationException Mismatch(string wanted) =>
        new($"The value '{this}' is {Describe(Kind)}, not {wanted}.");

    private static string Describe(ParameterValueKind kind) => kind switch
    {
        ParameterValueKind.Float => "a float",
        ParameterValueKind.Integer => "an integer",
        ParameterValueKind.Text => "a text",
        _ => "a boolean",
    };
}

namespace ActorTune.Spaces.Annotations;

/// <summary>Turns values written in annotations into values of parameters.</summary>
internal static class AnnotatedValue
{
    internal static ParameterValueKind? KindOf(Type type)
    {
        if (type.IsEnum)
            return ParameterValueKind.Text;
        return Type.GetTypeCode(type) switch
        {
            TypeCode.Double or TypeCode.Single or TypeCode.Decimal => ParameterValueKind.Float,
            TypeCode.String => ParameterValueKind.Text,
            TypeCode.Boolean => ParameterValueKind.Boolean,
            TypeCode.SByte or TypeCode.Byte or TypeCode.Int16 or TypeCode.UInt16
                or TypeCode.Int32 or TypeCode.UInt32 or TypeCode.Int64 or TypeCode.UInt64
                => ParameterValueKind.Integer,
            _ => null,
        };
    }

    /// <summary>All values of an enum or a boolean; none for other types.</summary>
    internal static IReadOnlyList<object> AllOf(Type type)
    {
        if (type.IsEnum)
            return [.. Enum.GetValues(type).Cast<object>()];
        return type == typeof(bool) ? [false, true] : [];
    }

    /// <summary>The value as a type of property holds it, or null when it does not fit.</summary>
    internal static ParameterValue? Read(object value, Type type) => KindOf(type) switch
    {
        ParameterValueKind.Float => ReadFloat(value),
        ParameterValueKind.Integer => ReadInteger(value),
        ParameterValueKind.Boolean => value is bool flag ? ParameterValue.Of(flag) : null,
        ParameterValueKind.Text => type.IsEnum ? ReadMember(value, type) : ReadText(value),
        _ => null,
    };

    internal static string Print(object value) =>
        Convert.ToString(value, CultureInfo.InvariantCulture) ?? string.Empty;

    private static ParameterValue? ReadText(object value) =>
        value is string text ? ParameterValue.Of(text) : null;

    private static ParameterValue? ReadFloat(object value)
    {
        if (KindOf(value.GetType()) is not (ParameterValueKind.Float or ParameterValueKind.Integer)
            || value is Enum)
            return null;

        // The shortest digits of a float are what its author wrote; its binary64 value is not.
        double number = value is float single
            ? double.Parse(
                single.ToString("R", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture)
            : Convert.ToDouble(value, CultureInfo.InvariantCulture);
        return double.IsFinite(number) ? ParameterValue.Of(number) : null;
    }

    private static ParameterValue? ReadInteger(object value)
    {
        if (KindOf(value.GetType()) != ParameterValueKind.Integer
            || value is ulong and > long.MaxValue)
            return null;
        return ParameterValue.Of(Convert.ToInt64(value, CultureInfo.InvariantCulture));
    }

    private static ParameterValue? ReadMember(object value, Type type)
    {
        string wanted = KebabCase.Of(Print(value));
        if (value is not string && value.GetType() != type)
            return null;
        foreach (string member in Enum.GetNames(type))
        {
            if (KebabCase.Of(member) == wanted)
                return ParameterValue.Of(wanted);
        }

        return null;
    }
}

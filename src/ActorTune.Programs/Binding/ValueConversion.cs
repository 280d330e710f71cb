namespace ActorTune.Programs.Binding;

/// <summary>Turns parameters' values into what a property or constructor parameter holds.</summary>
internal static class ValueConversion
{
    internal static bool TryConvert(ParameterValue value, Type type, out object? converted)
    {
        Type target = Nullable.GetUnderlyingType(type) ?? type;
        converted = Convert(value, target);
        return converted is not null;
    }

    internal static string Describe(Type type) => Nullable.GetUnderlyingType(type) is { } inner
        ? $"{inner.Name}?"
        : type.Name;

    private static object? Convert(ParameterValue value, Type target)
    {
        if (target == typeof(ParameterValue))
            return value;
        if (target == typeof(object))
            return Boxed(value);
        return value.Kind switch
        {
            ParameterValueKind.Boolean => target == typeof(bool) ? value.AsBoolean() : null,
            ParameterValueKind.Text when target.IsEnum => Member(value.AsText(), target),
            ParameterValueKind.Text => target == typeof(string) ? value.AsText() : null,
            ParameterValueKind.Integer => Integer(value.AsInt64(), target),
            _ => Float(value.AsDouble(), target),
        };
    }

    private static object Boxed(ParameterValue value) => value.Kind switch
    {
        ParameterValueKind.Boolean => value.AsBoolean(),
        ParameterValueKind.Text => value.AsText(),
        ParameterValueKind.Integer => value.AsInt64(),
        _ => value.AsDouble(),
    };

    private static object? Member(string text, Type target)
    {
        string wanted = NameStyle.Plain(text);
        string? member = Enum.GetNames(target).FirstOrDefault(
            name => NameStyle.Plain(name) == wanted);
        return member is null ? null : Enum.Parse(target, member);
    }

    // An integer also fits a float, as a float parameter's choices may be written as 1 and 2.5.
    private static object? Integer(long number, Type target)
    {
        if (target.IsEnum)
            return null;
        try
        {
            return Type.GetTypeCode(target) switch
            {
                TypeCode.Int64 => number,
                TypeCode.Int32 => checked((int)number),
                TypeCode.Int16 => checked((short)number),
                TypeCode.SByte => checked((sbyte)number),
                TypeCode.UInt64 => checked((ulong)number),
                TypeCode.UInt32 => checked((uint)number),
                TypeCode.UInt16 => checked((ushort)number),
                TypeCode.Byte => checked((byte)number),
                _ => Float(number, target),
            };
        }
        catch (OverflowException)
        {
            return null;
        }
    }

    private static object? Float(double number, Type target) => Type.GetTypeCode(target) switch
    {
        TypeCode.Double => number,
        TypeCode.Single when float.IsFinite((float)number) => (float)number,
        TypeCode.Decimal when Math.Abs(number) < 7.9e27 => (decimal)number,
        _ => null,
    };
}

namespace ActorTune.TorchSharp.Checkpoints;

/// <summary>The names that the safetensors format has for types of numbers.</summary>
internal static class TensorTypes
{
    private static readonly (ScalarType Type, string Name)[] All =
    [
        (ScalarType.Float32, "F32"), (ScalarType.Float64, "F64"), (ScalarType.Float16, "F16"),
        (ScalarType.BFloat16, "BF16"), (ScalarType.Int64, "I64"), (ScalarType.Int32, "I32"),
        (ScalarType.Int16, "I16"), (ScalarType.Int8, "I8"), (ScalarType.Byte, "U8"),
        (ScalarType.Bool, "BOOL"),
    ];

    internal static string NameOf(ScalarType type)
    {
        foreach ((ScalarType known, string name) in All)
        {
            if (known == type)
                return name;
        }

        throw new ArgumentException($"Tensors of {type} have no stored form.");
    }

    internal static ScalarType Parse(string name)
    {
        foreach ((ScalarType type, string known) in All)
        {
            if (known == name)
                return type;
        }

        throw new FormatException($"there is no type '{name}'");
    }
}

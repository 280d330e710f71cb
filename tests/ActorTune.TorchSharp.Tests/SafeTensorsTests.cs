using System.Text;
using ActorTune.TorchSharp.Checkpoints;

namespace ActorTune.TorchSharp.Tests;

public sealed class SafeTensorsTests
{
    [Fact]
    public void A_file_has_this_form()
    {
        using var folder = new TemporaryFolder();
        string path = Path.Combine(folder.Path, "a.safetensors");
        SafeTensors.Write(path, new Dictionary<string, Tensor>
        {
            ["b"] = tensor(new[] { 1f, -2f }),
            ["a"] = tensor(new long[] { 7 }).reshape(1, 1),
        });
        byte[] bytes = File.ReadAllBytes(path);
        string header =
            "{'a':{'dtype':'I64','shape':[1,1],'data_offsets':[0,8]},"
            + "'b':{'dtype':'F32','shape':[2],'data_offsets':[8,16]}}";
        header = header.Replace('\'', '"');
        Assert.Equal(header, Encoding.UTF8.GetString(bytes, 8, header.Length).TrimEnd());
        Assert.Equal(0, BitConverter.ToInt64(bytes) % 8);
        Assert.Equal(
            [
                .. BitConverter.GetBytes(7L),
                .. BitConverter.GetBytes(1f),
                .. BitConverter.GetBytes(-2f),
            ],
            bytes[^16..]);
    }

    [Theory]
    [InlineData(ScalarType.Float32)]
    [InlineData(ScalarType.Float64)]
    [InlineData(ScalarType.BFloat16)]
    [InlineData(ScalarType.Int64)]
    [InlineData(ScalarType.Byte)]
    [InlineData(ScalarType.Bool)]
    public void Tensors_come_back_as_they_were(ScalarType type)
    {
        using var folder = new TemporaryFolder();
        string path = Path.Combine(folder.Path, "a.safetensors");
        Tensor tensor = arange(6, ScalarType.Float32).to_type(type).reshape(3, 2).t();
        SafeTensors.Write(path, new Dictionary<string, Tensor> { ["x"] = tensor });

        Tensor read = SafeTensors.Read(path)["x"];

        Assert.Equal(type, read.dtype);
        Assert.Equal([2L, 3L], read.shape);
        Assert.True(read.eq(tensor).all().item<bool>());
    }

    [Fact]
    public void A_file_cut_anywhere_is_refused()
    {
        using var folder = new TemporaryFolder();
        string path = Path.Combine(folder.Path, "a.safetensors");
        SafeTensors.Write(path, new Dictionary<string, Tensor> { ["x"] = ones(3) });
        byte[] whole = File.ReadAllBytes(path);
        for (int length = 0; length < whole.Length; length++)
        {
            File.WriteAllBytes(path, whole[..length]);
            Assert.Throws<InvalidDataException>(() => SafeTensors.Read(path));
        }
    }
}

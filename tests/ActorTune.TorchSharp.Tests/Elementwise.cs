namespace ActorTune.TorchSharp.Tests;

/// <summary>
/// A network of products and sums alone: libtorch 1.13 computes these with float16 on a processor,
/// and linear layers it does not.
/// </summary>
internal sealed class Elementwise : nn.Module<Tensor, Tensor>
{
    private readonly TorchParameter _weight;
    private readonly TorchParameter _bias;

    internal Elementwise()
        : base(nameof(Elementwise))
    {
        _weight = nn.Parameter(randn(2));
        _bias = nn.Parameter(zeros(2));
        RegisterComponents();
    }

    public override Tensor forward(Tensor input) => (input * _weight) + _bias;

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        _weight.Dispose();
        _bias.Dispose();
    }
}

namespace ActorTune.Strategies.Samplers.CmaEs;

/// <summary>The covariance matrix C of the distribution, whole or its diagonal only.</summary>
internal interface ICovariance
{
    /// <summary>Its numbers as saved: the lower triangle by rows, or the diagonal.</summary>
    double[] Elements { get; }

    /// <summary>The variance of a coordinate.</summary>
    double Variance(int coordinate);

    /// <summary>Takes over saved elements.</summary>
    void Load(ReadOnlySpan<double> elements);

    /// <summary>Turns independent standard normal numbers z into y = B D z.</summary>
    void Colour(ReadOnlySpan<double> z, Span<double> y);

    /// <summary>Computes C^(-1/2) y.</summary>
    void Whiten(ReadOnlySpan<double> y, Span<double> z);

    /// <summary>
    /// Moves C by the rank-one and rank-mu terms (47): every element towards the products of the
    /// path and of the steps, and where a coordinate of a step is inactive not at all.
    /// </summary>
    void Update(in CovarianceUpdate update);

    /// <summary>
    /// Turns the elements of a symmetric matrix X into those of C^(-1/2) X C^(-1/2), in place and
    /// times the root of 2 off the diagonal, so that the sum of squares is that of the matrix.
    /// </summary>
    void Localise(Span<double> elements);

    /// <summary>The logarithm of the determinant.</summary>
    double LogDeterminant();

    /// <summary>The least and the greatest root of an eigenvalue.</summary>
    (double Least, double Greatest) Axes();
}

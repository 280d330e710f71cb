namespace ActorTune.Strategies.Numerics;

public sealed class SymmetricEigenTests
{
    [Fact]
    public void A_known_matrix_has_its_known_eigenvalues()
    {
        var eigen = new SymmetricEigen(3);

        eigen.Decompose([2, -1, 0, -1, 2, -1, 0, -1, 2]);

        double root = Math.Sqrt(2);
        double[] expected = [2 - root, 2, 2 + root];
        Assert.All(
            eigen.Values.Order().Zip(expected),
            pair => Assert.Equal(pair.Second, pair.First, 1e-14));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    [InlineData(40)]
    public void Eigenvectors_are_orthonormal_and_compose_the_matrix(int size)
    {
        double[] matrix = Matrix(size);
        var eigen = new SymmetricEigen(size);

        eigen.Decompose(matrix);

        for (int i = 0; i < size; i++)
        {
            for (int j = 0; j < size; j++)
            {
                double product = 0;
                double composed = 0;
                for (int k = 0; k < size; k++)
                {
                    product += eigen.Vectors[i * size + k] * eigen.Vectors[j * size + k];
                    composed += eigen.Values[k]
                        * eigen.Vectors[k * size + i] * eigen.Vectors[k * size + j];
                }

                Assert.Equal(i == j ? 1 : 0, product, 1e-13);
                Assert.Equal(matrix[i * size + j], composed, 1e-12 * size);
            }
        }
    }

    [Fact]
    public void Eigenvalues_of_very_different_size_are_all_found()
    {
        var eigen = new SymmetricEigen(2);

        eigen.Decompose([1e10, 1, 1, 1e-6]);

        Assert.Equal(1e-6 - 1e-10, eigen.Values.Min(), 1e-15);
    }

    [Fact]
    public void A_decomposition_leaves_nothing_behind_for_the_next()
    {
        var used = new SymmetricEigen(5);
        used.Decompose(Matrix(5));
        used.Decompose([.. Matrix(5).Select(x => x / 3)]);
        var fresh = new SymmetricEigen(5);
        fresh.Decompose([.. Matrix(5).Select(x => x / 3)]);

        Assert.Equal(fresh.Values, used.Values);
        Assert.Equal(fresh.Vectors, used.Vectors);
    }

    private static double[] Matrix(int size)
    {
        var matrix = new double[size * size];
        for (int i = 0; i < size; i++)
        {
            for (int j = 0; j <= i; j++)
            {
                double element = (7 * i + 13 * j + i * j) % 11 / 5.0 - 1;
                matrix[i * size + j] = element;
                matrix[j * size + i] = element;
            }
        }

        return matrix;
    }
}

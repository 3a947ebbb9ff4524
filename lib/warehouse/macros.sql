-- A bare hash(key, stream) is not a random stream: two such columns differ by one constant. Hashing once more breaks
-- the tie. The salt of each stream is a session variable, set before the statement that draws from it runs.
CREATE MACRO u64(key, stream) AS hash(xor(hash(key::BIGINT), getvariable('stream:' || stream)));

-- Uniform in (0, 1): 52 bits and a half, so that neither end is ever reached.
CREATE MACRO unit(bits) AS ((bits >> 12)::DOUBLE + 0.5) * 2.220446049250313e-16;
CREATE MACRO u01(key, stream) AS unit(u64(key, stream));

-- Standard normal by Box and Muller, from the two halves of one draw.
CREATE MACRO normal_of(bits) AS
    sqrt(-2 * ln(((bits >> 32)::DOUBLE + 0.5) / 4294967296.0))
    * cos(6.283185307179586 * ((bits & 4294967295)::DOUBLE / 4294967296.0));
CREATE MACRO gauss(key, stream) AS normal_of(u64(key, stream));

CREATE MACRO size(name) AS getvariable('size:' || name);
CREATE MACRO at_us(us) AS make_timestamptz(us);
CREATE MACRO period_start_us() AS getvariable('period_start_us');
CREATE MACRO period_end_us() AS getvariable('period_end_us');

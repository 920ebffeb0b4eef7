/**
 * Given and family names that plausibly go together, with the weight of the
 * group and where its people tend to sit. Names are common ones, of nobody in
 * particular.
 */
export interface NameGroup {
  weight: number;
  utcOffsets: string[];
  given: string[];
  family: string[];
}

const group = (
  weight: number,
  utcOffsets: string,
  given: string,
  family: string,
): NameGroup => ({
  weight,
  utcOffsets: utcOffsets.split(' '),
  given: given.split(' '),
  family: family.split(' '),
});

export const NAME_GROUPS: NameGroup[] = [
  group(
    20,
    '+0000 +0000 +0100',
    'Amelia Oliver Charlotte George Isla Harry Sophie Jack Emily Thomas Grace William Hannah James Lucy Daniel Megan Samuel Rebecca Joseph Eleanor Adam Alice Edward Rosie Callum Freya Rory Niamh Ewan',
    'Walker Hughes Bennett Clarke Shaw Foster Palmer Ward Murray Barnes Chapman Ellis Fletcher Gibson Harper Knight Lawson Marsh Newton Osborne Pearce Reid Spencer Turner Webb Young Fraser Doyle',
  ),
  group(
    16,
    '+0100',
    'Anna Lukas Lena Jonas Marie Felix Clara Paul Johanna Maximilian Katharina Moritz Franziska Tobias Greta Sebastian Ida Florian Jana Matthias Theresa Niklas Mira Henrik',
    'Becker Schäfer Hoffmann Krüger Lehmann Vogel Brandt Winkler Keller Seidel Böhm Lorenz Albrecht Graf Busch Arnold Engel Haas Kühn Pohl Sauer Voigt',
  ),
  group(
    12,
    '+0530',
    'Aarav Priya Rohan Ananya Vikram Neha Arjun Kavya Siddharth Meera Karthik Divya Rahul Shreya Nikhil Pooja Aditya Lakshmi Varun Ishita Suresh Anjali',
    'Sharma Iyer Patel Nair Reddy Gupta Menon Joshi Kulkarni Rao Banerjee Desai Chatterjee Verma Pillai Bhat Mehta Kapoor Mishra Srinivasan',
  ),
  group(
    8,
    '+0100',
    'Camille Hugo Léa Louis Chloé Jules Manon Antoine Inès Mathieu Élise Théo Juliette Baptiste Margaux Quentin',
    'Laurent Moreau Girard Fontaine Chevalier Roussel Garnier Lambert Faure Mercier Blanchard Renaud Perrin Marchand',
  ),
  group(
    7,
    '+0100',
    'Lucía Pablo Carmen Álvaro Marta Diego Elena Javier Irene Sergio Paula Adrián Nuria Rubén',
    'García Navarro Romero Serrano Molina Ortega Delgado Castillo Iglesias Vidal Cano Prieto Reyes Herrera',
  ),
  group(
    6,
    '+0100',
    'Zofia Jakub Maja Szymon Agnieszka Piotr Magdalena Michał Katarzyna Tomasz Ewa Marcin',
    'Kowalska Nowak Wiśniewski Zielińska Mazur Dąbrowski Krawczyk Piotrowska Grabowski Pawlak Michalska Król',
  ),
  group(
    6,
    '+0100',
    'Ingrid Lars Astrid Magnus Freja Søren Linnea Erik Sigrid Anders Maja Oskar',
    'Nilsson Lindqvist Bergström Nielsen Sørensen Holm Dahl Solberg Lund Hagen Ekström Sandberg',
  ),
  group(
    5,
    '+0100',
    'Sanne Daan Fleur Bram Lotte Sem Femke Thijs Anouk Jasper Maaike Ruben',
    'Jansen Visser Bakker Mulder Bos Peters Hendriks Dekker Brouwer Kuipers Vermeulen Postma',
  ),
  group(
    5,
    '+0800',
    'Wei Jing Hao Mei Xin Jun Lan Yifan Qing Tao Yuxin Bo',
    'Chen Wang Liu Zhang Huang Zhou Wu Lin Zhao Sun Xu Guo',
  ),
  group(
    4,
    '+0200 +0100',
    'Elif Emre Zeynep Can Ayşe Mert Defne Burak Selin Kerem',
    'Yılmaz Demir Kaya Şahin Çelik Aydın Öztürk Arslan Doğan Koç',
  ),
  group(
    4,
    '+0100 +0000',
    'Chidi Adaeze Emeka Ngozi Tunde Folake Ife Kelechi Amaka Segun',
    'Okafor Adeyemi Eze Balogun Nwosu Okoye Afolabi Obi Adebayo Ogunleye',
  ),
  group(
    4,
    '+0100 +0000',
    'Aisha Omar Fatima Youssef Layla Karim Nadia Tariq Samira Hassan Yasmin Bilal',
    'Haddad Khan Mansour Rahman Aziz Nasser Farouk Siddiqui Malik Hamdan Saleh Qureshi',
  ),
  group(
    3,
    '-0300',
    'Mariana Rafael Beatriz Thiago Larissa Gustavo Camila Felipe Júlia Bruno',
    'Almeida Ribeiro Carvalho Barbosa Teixeira Moura Cardoso Nogueira Freitas Peixoto',
  ),
  group(
    3,
    '+0900 +0100',
    'Yuki Haruto Sakura Kenji Aoi Takumi Hana Daichi Minjun Jiwoo Seoyeon Hyun',
    'Tanaka Sato Nakamura Kobayashi Yamada Ishikawa Kim Park Choi Jung Mori Fujita',
  ),
  group(
    3,
    '+0200',
    'Olena Andriy Iryna Dmytro Oksana Taras Kateryna Bohdan',
    'Kovalenko Shevchenko Bondarenko Tkachenko Kravets Melnyk Lysenko Moroz',
  ),
  group(
    3,
    '-0500 -0800',
    'Madison Tyler Brianna Marcus Jasmine Brandon Kayla Derek Alyssa Trevor',
    'Anderson Brooks Coleman Davis Griffin Hayes Jefferson Mitchell Powell Sanders',
  ),
];
